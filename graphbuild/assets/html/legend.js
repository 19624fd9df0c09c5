// What colours, shapes and lines mean; each entry switches what it explains on and off.

const legendBody = document.getElementById("legend-body");

function toggleButton(icon, { label, count }, isOn, flip) {
  const name = element("span", { class: "name" }, isolated(label));
  const number = element("span", { class: "count" }, count.toLocaleString("en"));
  return element("button", { type: "button", class: "toggle", "aria-pressed": String(isOn), click: () => change(flip) }, icon, name, number);
}

function switchIn(set, name) {
  if (!set.delete(name)) set.add(name);
}

function typeButton(type) {
  const { hiddenTypes } = filters;
  return toggleButton(shapeIcon(type), type, !hiddenTypes.has(type.name), () => switchIn(hiddenTypes, type.name));
}

function factualityButton(factuality) {
  const { hiddenFactualities } = filters;
  return toggleButton(lineIcon(factuality), factuality, !hiddenFactualities.has(factuality.name), () => switchIn(hiddenFactualities, factuality.name));
}

function slider(id, label, range, write, apply) {
  const output = element("output", { for: id }, write(range.value));
  const input = element("input", { id, type: "range", ...range });
  input.addEventListener("input", () => { output.textContent = write(input.value); });
  input.addEventListener("change", () => change(() => apply(Number(input.value))));
  return element("div", { class: "slider" }, element("label", { for: id }, label), output, input);
}

function confidenceSlider() {
  const range = { min: 0, max: 1, step: 0.05, value: filters.leastConfidence };
  const write = (value) => (Number(value) === 0 ? "any" : `≥ ${Number(value).toFixed(2)}`);
  return slider("confidence", "Confidence", range, write, (value) => { filters.leastConfidence = value; });
}

function sizeSlider() {
  const range = { min: Math.min(20, entities.length), max: entities.length, step: 1, value: filters.most };
  const write = (value) => `${Number(value).toLocaleString("en")} / ${entities.length.toLocaleString("en")}`;
  return slider("most", "Best connected", range, write, (value) => { filters.most = value; filters.pinned.clear(); });
}

function unconnectedButton() {
  const count = entities.filter((entity) => entity.degree === 0).length;
  if (count === 0 || statements.length === 0) return null;
  const flip = () => { filters.withUnconnected = !filters.withUnconnected; };
  return toggleButton(shapeIcon({ color: "#98a1ad", shape: "dot" }), { label: "Without statements", count }, filters.withUnconnected, flip);
}

const remark = (isNeeded, ...words) => (isNeeded ? element("p", { class: "remark" }, ...words) : null);

function fillLegend() {
  const focused = document.activeElement;
  const position = [...legendBody.querySelectorAll("button, input")].indexOf(focused);
  const sections = [
    element("section", {}, element("h2", {}, "Entities"), key.types.map(typeButton), unconnectedButton()),
    statements.length > 0 && element("section", {}, element("h2", {}, "Statements"), key.factualities.map(factualityButton),
      remark(statements.some((statement) => statement.isClaim), "“in quotes”: said by an actor only"),
      remark(statements.some((statement) => statement.isOpen), element("i", {}, "in italics"), ": the text’s own words")),
    statements.length > 0 && element("section", {}, element("h2", {}, "Show"), confidenceSlider(), entities.length > ALL_SHOWN_UP_TO ? sizeSlider() : null),
    element("button", { type: "button", class: "plain", click: () => change(() => { filters = everything(); }) }, "Reset filters"),
  ];
  legendBody.replaceChildren(...sections.filter(Boolean));
  if (position >= 0) legendBody.querySelectorAll("button, input")[position]?.focus();
}
