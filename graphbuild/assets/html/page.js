// One selection, one set of filters; everything on the page follows them.

const note = document.getElementById("note");
let selected = null;

function say(text) {
  note.textContent = text;
  note.hidden = !text;
}

function sayWhatIsMissing() {
  if (entities.length === 0) say("There is nothing to show: no statements were found in the texts.");
  else if (onMap.entities.size === 0) say("The filters hide everything. Switch something on in the legend.");
  else say("");
}

// Show an entity or a statement by its id, on the map and in the panel; null lets go of it.
function select(id) {
  if (id !== null && !entityById.has(id) && !statementById.has(id)) return;
  selected = id;
  if (id !== null && !onMap.entities.has(id) && !onMap.statements.has(id)) change(() => reveal(id));
  const hasKeyboard = document.activeElement !== document.body && !legendBody.contains(document.activeElement);
  fillPanel(id);
  if (id !== null && hasKeyboard) panel.focus({ preventScroll: true });
  highlight(id);
  if (id === null) return;
  const statement = statementById.get(id);
  bringIntoView(statement ? [statement.from, statement.to] : [id]);
}

// Move the map only if what is asked for lies outside it or under a card.
function bringIntoView(ids) {
  const covered = insets();
  const isInView = (id) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    return x > covered.left && x < container.clientWidth - covered.right && y > 20 && y < container.clientHeight - covered.bottom - 20;
  };
  if (!ids.every(isInView)) show(ids, { closest: Math.max(network.getScale(), 0.9) });
}

function change(adjust) {
  const before = filters.most;
  adjust();
  refreshMap();
  if (selected !== null && !onMap.entities.has(selected) && !onMap.statements.has(selected)) select(null);
  fillLegend();
  sayWhatIsMissing();
  if (filters.most !== before) standing = arrange();
  else reroute();
}

function reroute() {
  network.redraw(); // vis-network learns where labels lie by drawing them
  findWays();
  restyle();
}

function writeCounts() {
  const numbers = [
    [entities.length, "entity", "entities"],
    [statements.length, "statement", "statements"],
    [documents.size, "document", "documents"],
  ];
  const words = numbers.flatMap(([count, one, many], place) => {
    const [number, name] = plural(count, one, many).split(" ");
    return [place > 0 ? "  ·  " : "", element("b", {}, number), ` ${name}`];
  });
  document.getElementById("counts").replaceChildren(...words);
}

network.on("click", ({ nodes, edges }) => select(nodes[0] ?? edges[0] ?? null));
network.on("dragEnd", ({ nodes }) => { if (nodes.length > 0) reroute(); });
network.on("zoom", () => relabelSoon(180));
network.on("hoverNode", () => { container.style.cursor = "pointer"; });
network.on("hoverEdge", () => { container.style.cursor = "pointer"; });
network.on("blurNode", () => { container.style.cursor = ""; });
network.on("blurEdge", () => { container.style.cursor = ""; });
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && selected !== null) select(null); });
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.3));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
document.getElementById("zoom-fit").addEventListener("click", () => showAll());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
if (innerWidth < 720 || innerHeight < 480) document.getElementById("legend").open = false;

document.body.classList.toggle("empty", entities.length === 0);
writeCounts();
fillLegend();
sayWhatIsMissing();

let standing = arrange();

// For scripts and tests: select(id) does what a click does, shown() tells the ids on the map, which stands still once ready resolves.
window.graphbuild = {
  network,
  select,
  shown: () => ({ entities: [...onMap.entities], statements: [...onMap.statements] }),
  get ready() { return standing; },
};
