// Which way each line takes, and which labels find room: like a map maker, who bends a road around a town rather than draw it across
// and leaves out the names that would cover others. A label that was left out shows up when there is room: on zooming in, or when its
// statement or an entity of it is selected.

const LABEL_SIZE = 11;
const ARROW_LENGTH = 11;
const BENDS = [0, 0.13, -0.13, 0.26, -0.26, 0.39, -0.39];
const SAMPLES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const pen = document.createElement("canvas").getContext("2d");

let bendOf = new Map();
let labelled = new Set();
let drawnLabelSize = LABEL_SIZE;
let relabelling = 0;

const labelSize = () => LABEL_SIZE / Math.min(Math.max(network.getScale(), 1), 2.5);

// Once the map has come to rest at another scale, more labels may find room, or fewer.
function relabelSoon(delay) {
  clearTimeout(relabelling);
  relabelling = setTimeout(() => { if (labelSize() !== drawnLabelSize) restyle(); }, delay);
}

const importance = (one, other) =>
  other.evidence.length - one.evidence.length || other.confidence - one.confidence || (one.id < other.id ? -1 : 1);

const ownBend = ({ smooth }) => (smooth ? smooth.roundness * (smooth.type === "curvedCW" ? 1 : -1) : 0);
const mayBend = (statement) => statement.smooth && statement.smooth.roundness === 0;

// The quadratic curve that vis-network draws for a roundness, clockwise if positive: from the middle of one entity to where the
// arrowhead at the other begins.
function courseOf(statement, bend) {
  const [from, to] = [statement.from, statement.to].map((id) => network.getPosition(id));
  const reach = (Math.abs(bend) / 2 + 0.5) * Math.hypot(to.x - from.x, to.y - from.y);
  const angle = Math.atan2(from.y - to.y, to.x - from.x) + (bend / 2 + 0.5) * Math.PI;
  const via = { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
  const end = statement.isDirected ? moved(to, via, borderOf(statement.to, to, via) + ARROW_LENGTH) : to;
  const bent = (axis, t) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * via[axis] + t ** 2 * end[axis];
  const straight = (axis, t) => (1 - t) * from[axis] + t * end[axis];
  const at = bend === 0 ? straight : bent;
  return (t) => ({ x: at("x", t), y: at("y", t) });
}

// All shapes but the dot end, for lines, at the box around them.
function borderOf(id, place, towards) {
  const { shape, size } = entityById.get(id);
  const angle = Math.atan2(towards.y - place.y, towards.x - place.x);
  return shape === "dot" ? size : size / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))) + 2;
}

function moved(point, towards, length) {
  const share = Math.min(1, length / (Math.hypot(towards.x - point.x, towards.y - point.y) || 1));
  return { x: point.x + share * (towards.x - point.x), y: point.y + share * (towards.y - point.y) };
}

function labelBox(statement, middle, size) {
  pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  const width = pen.measureText(statement.label).width / 2 + 3;
  const y = middle.y - (factualityKey.get(statement.factuality).isCrossed ? 9 : 0);
  return { left: middle.x - width, right: middle.x + width, top: y - size * 0.7, bottom: y + size * 0.7 };
}

const overlap = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

// vis-network draws a name half a line and four pixels lower than it says.
function occupied(entity) {
  const box = network.getBoundingBox(entity.id);
  return { ...box, bottom: box.bottom + nameSize(entity) / 2 + 4 };
}

function obstacles() {
  const drawn = [...onMap.entities].map((id) => entityById.get(id));
  return drawn.map((entity) => ({ id: entity.id, ...network.getPosition(entity.id), reach: entity.size + 4, box: occupied(entity) }));
}

function cost(statement, bend, towns, taken) {
  const course = courseOf(statement, bend);
  const box = labelBox(statement, course(0.5), LABEL_SIZE);
  const points = SAMPLES.map(course);
  const isHit = (town) => town.id !== statement.from && town.id !== statement.to && points.some((point) => Math.hypot(point.x - town.x, point.y - town.y) < town.reach);
  const hits = towns.filter(isHit).length;
  const covered = towns.filter((town) => overlap(box, town.box)).length + taken.filter((other) => overlap(box, other)).length;
  return { bend, box, total: 6 * hits + 2 * covered + 3 * Math.abs(bend) };
}

// Bend lines that stand alone around entities and labels in their way; parallel ones keep the distance that the export gave them.
function findWays() {
  bendOf = new Map();
  if (onMap.statements.size > LARGE) return;
  const towns = obstacles();
  const taken = [];
  for (const statement of [...onMap.statements].map((id) => statementById.get(id)).sort(importance)) {
    const bends = mayBend(statement) ? BENDS : [ownBend(statement)];
    const best = bends.map((bend) => cost(statement, bend, towns, taken)).reduce((one, other) => (other.total < one.total ? other : one));
    bendOf.set(statement.id, best.bend);
    taken.push(best.box);
  }
}

function findLabels() {
  const size = labelSize();
  const isNear = (statement) => focus !== null && focus.has(statement.id);
  const drawn = [...onMap.statements].map((id) => statementById.get(id)).sort((one, other) => isNear(other) - isNear(one) || importance(one, other));
  const isCrowded = drawn.length > LARGE;
  const taken = isCrowded ? [] : obstacles().map(({ box }) => box);
  labelled = new Set();
  for (const statement of drawn) {
    if (isCrowded && !isNear(statement)) break;
    const course = courseOf(statement, bendOf.get(statement.id) ?? ownBend(statement));
    const box = labelBox(statement, course(0.5), size);
    if (!isNear(statement) && taken.some((other) => overlap(box, other))) continue;
    labelled.add(statement.id);
    taken.push(box);
  }
}

function smoothOf(statement) {
  if (!mayBend(statement)) return statement.smooth;
  const bend = bendOf.get(statement.id) ?? 0;
  return { enabled: bend !== 0, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
}
