// The drawing: vis-network on two views that follow the filters.

const LARGE = 1500; // statements on the map at once from which looking up what is under the pointer would make it stutter
const FADED = 0.18;
const container = document.getElementById("map");

const entityItems = new vis.DataSet(entities);
const statementItems = new vis.DataSet(statements);
let onMap = shown();
const entityView = new vis.DataView(entityItems, { filter: ({ id }) => onMap.entities.has(id) });
const statementView = new vis.DataView(statementItems, { filter: ({ id }) => onMap.statements.has(id) });

let focus = null; // the ids to keep bright while all others fade

function theme() {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  return { paper: color("paper"), ink: color("ink"), soft: color("ink-soft"), face: getComputedStyle(document.body).fontFamily };
}

const withOpacity = (hex, opacity) => hex + Math.round(opacity * 255).toString(16).padStart(2, "0");

const nameSize = ({ degree }) => Math.min(12.5 + degree / 3, 17);

function entityLook(entity, { paper, ink, face }) {
  const { id, type } = entity;
  const opacity = !focus || focus.has(id) ? 1 : FADED;
  const { color } = typeKey.get(type);
  const states = { background: color, border: paper };
  return {
    id,
    opacity,
    color: { ...states, hover: { ...states, border: ink }, highlight: { ...states, border: ink } },
    font: { color: withOpacity(ink, opacity), size: nameSize(entity), face, strokeWidth: 4, strokeColor: paper },
  };
}

function statementLook(statement, { paper, soft, face }) {
  const { id, factuality, isOpen } = statement;
  const opacity = !focus || focus.has(id) ? 1 : FADED;
  const { color, isCrossed } = factualityKey.get(factuality);
  const ink = isCrossed ? color : soft;
  const font = { size: labelSize(), face, strokeWidth: 4, strokeColor: paper, vadjust: isCrossed ? -9 : 0, mod: isOpen ? "italic" : "" };
  return {
    id,
    label: labelled.has(id) ? statement.label : "",
    smooth: smoothOf(statement),
    color: { color, hover: color, highlight: color, opacity, inherit: false },
    font: { ...font, color: withOpacity(ink, opacity * (isOpen ? 0.8 : 1)) },
  };
}

function restyle() {
  findLabels();
  drawnLabelSize = labelSize();
  const colors = theme();
  entityItems.update([...onMap.entities].map((id) => entityLook(entityById.get(id), colors)));
  statementItems.update([...onMap.statements].map((id) => statementLook(statementById.get(id), colors)));
}

const entityHint = (entity) => `${entity.name}\n${typeKey.get(entity.type).label} · ${plural(entity.degree, "statement", "statements")}`;
const statementHint = (statement) => `${sentenceOf(statement)}\n${factualityKey.get(statement.factuality).label} · click to read where it was found`;

// Plain strings: vis-network shows them as text.
entityItems.update(entities.map((entity) => ({ id: entity.id, title: entityHint(entity) })));
statementItems.update(statements.map((statement) => ({ id: statement.id, title: statementHint(statement), label: "" })));

const network = new vis.Network(container, { nodes: entityView, edges: statementView }, {
  layout: { randomSeed: 7 },
  nodes: { borderWidth: 2, borderWidthSelected: 3, widthConstraint: { maximum: 150 }, scaling: { label: { drawThreshold: 7 } } },
  edges: {
    arrows: { to: { scaleFactor: 0.55 }, middle: { scaleFactor: 0.75 } },
    arrowStrikethrough: false,
    hoverWidth: 1,
    selectionWidth: 1.5,
    scaling: { label: { drawThreshold: 8 } },
  },
  interaction: { hover: true, tooltipDelay: 250, selectConnectedEdges: false, hoverConnectedEdges: false },
  physics: {
    enabled: false,
    solver: "forceAtlas2Based",
    forceAtlas2Based: { gravitationalConstant: -160, centralGravity: 0.012, springLength: 170, springConstant: 0.05, damping: 0.55, avoidOverlap: 0.4 },
    stabilization: { enabled: true, updateInterval: 20, fit: false },
  },
});

function refreshMap() {
  const before = onMap.entities;
  move(positions());
  onMap = shown();
  place([...onMap.entities].filter((id) => !before.has(id)));
  entityView.refresh();
  statementView.refresh();
  const isLarge = onMap.statements.size > LARGE;
  network.setOptions({
    nodes: { borderWidth: isLarge ? 0.5 : 2 },
    interaction: { hover: !isLarge, hideEdgesOnDrag: isLarge, hideEdgesOnZoom: isLarge },
  });
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// The part of the map that no card covers, as insets from its borders.
function insets() {
  const wide = container.clientWidth >= 720;
  const legend = document.getElementById("legend");
  const panel = document.getElementById("panel");
  const left = wide && legend.open ? legend.offsetWidth + 20 : 0;
  const right = wide && !panel.hidden ? panel.offsetWidth + 20 : 0;
  const bottom = !wide && !panel.hidden ? panel.offsetHeight + 20 : 0;
  return { left, right, bottom };
}

function freeArea() {
  const { left, right, bottom } = insets();
  return { width: Math.max(container.clientWidth - left - right, 200), height: Math.max(container.clientHeight - bottom, 200) };
}

function show(ids, { closest = 1.15, farthest = 0.02, animation = motion() } = {}) {
  const boxes = ids.filter((id) => onMap.entities.has(id)).map((id) => network.getBoundingBox(id));
  if (boxes.length === 0) return;
  const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])));
  const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])));
  const covered = insets();
  const free = freeArea();
  const scale = Math.min((free.width - 40) / (right - left), (free.height - 40) / (bottom - top), closest);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(scale, farthest),
    offset: { x: (covered.left - covered.right) / 2, y: -covered.bottom / 2 },
    animation,
  });
  relabelSoon(450);
}

const showAll = (options) => show([...onMap.entities], options);

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  relabelSoon(450);
}

// Keep an entity with its neighbours, or a statement with its two sides, bright; or all, given null.
function highlight(id) {
  const isEntity = entityById.has(id);
  const near = isEntity ? statementsOf.get(id) : [statementById.get(id)].filter(Boolean);
  focus = id === null ? null : new Set([id, ...near.flatMap((statement) => [statement.id, statement.from, statement.to])]);
  restyle();
  network.setSelection({ nodes: isEntity ? [id] : [], edges: id === null || isEntity ? [] : [id] });
}
