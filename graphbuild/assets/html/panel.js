// The card that tells what is selected and where it was read.

const panel = document.getElementById("panel");
const PARTS = ["subject", "trigger", "object"];

const entityLink = (id) => element("button", { type: "button", class: "link", click: () => select(id) }, isolated(nameOf(id)));

const listed = (items, separator = ", ") => items.flatMap((item, place) => (place > 0 ? [separator, item] : [item]));

function relationWords(statement) {
  const style = ["relation", statement.isOpen && "open", factualityKey.get(statement.factuality).isCrossed && "negated"];
  return element("bdi", { class: style.filter(Boolean).join(" ") }, relationOf(statement));
}

// Only addresses of the web become links; whatever else a document gives as its source stays text.
function address(text) {
  if (!/^https?:\/\//i.test(text)) return isolated(text);
  return element("a", { href: text, target: "_blank", rel: "noopener noreferrer" }, isolated(text));
}

function panelTop(icon, label) {
  const close = element("button", { type: "button", class: "close", "aria-label": "Close", title: "Close (Esc)", click: () => select(null) }, "×");
  return element("div", { class: "top" }, icon, element("span", {}, label), close);
}

function statementDetails(statement) {
  const look = factualityKey.get(statement.factuality);
  return [
    panelTop(lineIcon(look), statement.isClaim ? `${look.label} · said by an actor only` : look.label),
    element("h2", { class: "triple" },
      shapeIcon(typeKey.get(entityById.get(statement.from).type)), entityLink(statement.from),
      element("span", { class: "stem", "aria-hidden": "true" }, statement.isDirected ? "↓" : "│"), relationWords(statement),
      shapeIcon(typeKey.get(entityById.get(statement.to).type)), entityLink(statement.to)),
    element("p", { class: "confidence" }, "Confidence",
      element("meter", { min: 0, max: 1, value: statement.confidence, "aria-label": "Confidence" }), statement.confidence.toFixed(2)),
    ...evidenceCards(statement.evidence),
  ];
}

function evidenceCards(evidence) {
  if (evidence.length === 0) return [element("p", { class: "facts" }, "No sentence is recorded for it.")];
  const parts = PARTS.map((part) => element("mark", { class: part }, part === "trigger" ? "relation" : part));
  return [
    element("h3", {}, `Read in ${plural(evidence.length, "sentence", "sentences")}`),
    element("p", { class: "marks", "aria-hidden": "true" }, parts),
    ...evidence.map(evidenceCard),
  ];
}

function evidenceCard(evidence) {
  const pieces = evidence.pieces.map(([text, part]) => (part ? element("mark", { class: part, title: part }, text) : text));
  return element("article", { class: "evidence" },
    element("blockquote", { dir: "auto" }, pieces),
    evidence.speakers.length > 0 ? element("p", {}, "According to ", listed(evidence.speakers.map(speakerName))) : null,
    evidence.time ? element("p", {}, "When: ", isolated(evidence.time.text), evidence.time.value ? ` (${evidence.time.value})` : "") : null,
    documentLine(evidence),
    element("p", {}, `Confidence ${evidence.confidence.toFixed(2)} · found by ${evidence.extractor}`));
}

const speakerName = ({ iri, label }) => (entityById.has(iri) ? entityLink(iri) : isolated(label));

function documentLine(evidence) {
  const { title, source, published } = documents.get(evidence.document);
  const parts = [title && element("b", {}, isolated(title)), source && address(source), published && isolated(published)].filter(Boolean);
  const place = element("span", {}, isolated(evidence.document), `, character ${evidence.start.toLocaleString("en")}`);
  return element("p", {}, listed([...parts, place], " · "));
}

function entityDetails(entity) {
  const look = typeKey.get(entity.type);
  return [
    panelTop(shapeIcon(look), look.label),
    element("h2", {}, isolated(entity.name)),
    entity.aliases.length > 0 ? element("p", { class: "facts" }, "Also ", listed(entity.aliases.map(isolated))) : null,
    element("p", { class: "facts" }, entity.id),
    ...entity.sameAs.map((iri) => element("p", { class: "facts" }, "Same as ", address(iri))),
    ...relationGroups(entity),
  ];
}

function relationGroups(entity) {
  const groups = new Map();
  for (const statement of statementsOf.get(entity.id)) {
    groups.set(statement.relation, [...(groups.get(statement.relation) ?? []), statement]);
  }
  if (groups.size === 0) return [element("p", { class: "facts" }, "Nothing is stated about it.")];
  return [...groups].sort(([one], [other]) => one.localeCompare(other, "en")).flatMap(([relation, group]) => [
    element("h3", { class: "words" }, isolated(relation)),
    element("ul", { class: "relations" }, group.map((statement) => element("li", {}, statementRow(statement, entity)))),
  ]);
}

function statementRow(statement, entity) {
  const isSubject = statement.from === entity.id;
  const other = isSubject ? statement.to : statement.from;
  const look = factualityKey.get(statement.factuality);
  const arrow = !statement.isDirected ? "—" : isSubject ? "→" : "←";
  return element("button", { type: "button", class: "toggle", title: sentenceOf(statement), click: () => select(statement.id) },
    element("span", { class: "count" }, arrow), shapeIcon(typeKey.get(entityById.get(other).type)),
    element("bdi", { class: "name" }, nameOf(other)), lineIcon(look),
    element("span", { class: "count" }, String(statement.evidence.length || "")));
}

function fillPanel(id) {
  const isEntity = entityById.has(id);
  panel.hidden = !id;
  panel.replaceChildren(...(!id ? [] : isEntity ? entityDetails(entityById.get(id)) : statementDetails(statementById.get(id))).filter(Boolean));
  panel.scrollTop = 0;
}
