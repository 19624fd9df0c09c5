// Where the entities go: forces find it, then the map is stretched to the window and names are moved off each other.

const ROOM_PER_NAME = 11000; // square pixels
const GAP = 5;
const MOST_SEPARATED = 400;

// Let the forces act, then stand still.
function settle() {
  const rounds = Math.max(60, Math.min(500, Math.round(60000 / onMap.entities.size)));
  return new Promise((resolve) => {
    network.setOptions({ physics: { enabled: true } });
    network.once("stabilizationIterationsDone", () => {
      network.setOptions({ physics: { enabled: false } });
      resolve();
    });
    network.stabilize(rounds);
  });
}

const positions = () => Object.entries(network.getPositions()).map(([id, { x, y }]) => ({ id, x, y }));

const move = (places) => entityItems.update(places.map(({ id, x, y }) => ({ id, x: Math.round(x), y: Math.round(y) })));

// Fill the free part of the map at natural size, or more than that if there would be too little room for each name.
function spread() {
  const places = positions();
  const { width, height } = freeArea();
  const extent = (axis) => Math.max(...places.map((place) => place[axis])) - Math.min(...places.map((place) => place[axis])) || 1;
  const room = Math.sqrt(Math.max(1, (places.length * ROOM_PER_NAME) / (width * height)));
  const wanted = { x: ((width - 120) * room) / extent("x"), y: ((height - 60) * room) / extent("y") };
  const even = Math.min(wanted.x, wanted.y, 4);
  const stretch = (axis) => Math.min(wanted[axis], even * 1.5);
  move(places.map(({ id, x, y }) => ({ id, x: x * stretch("x"), y: y * stretch("y") })));
}

// Push apart what covers each other, sideways or up and down, whichever is the shorter way.
function separate() {
  network.redraw(); // vis-network learns how large names are by drawing them
  const boxes = obstacles().map(({ id, x, y, box }) => ({ id, x, y, left: x - box.left, right: box.right - x, top: y - box.top, bottom: box.bottom - y }));
  for (let round = 0; round < 80 && pushAll(boxes); round += 1);
  move(boxes);
}

function pushAll(boxes) {
  let isMoved = false;
  for (let i = 0; i < boxes.length; i += 1) {
    for (let j = i + 1; j < boxes.length; j += 1) isMoved = push(boxes[i], boxes[j]) || isMoved;
  }
  return isMoved;
}

function push(one, other) {
  const sideways = GAP + (one.x < other.x ? one.x + one.right - other.x + other.left : other.x + other.right - one.x + one.left);
  const upright = GAP + (one.y < other.y ? one.y + one.bottom - other.y + other.top : other.y + other.bottom - one.y + one.top);
  if (sideways <= 0.5 || upright <= 0.5) return false;
  const [axis, length] = sideways < upright ? ["x", sideways / 2] : ["y", upright / 2];
  const sign = one[axis] < other[axis] ? -1 : 1;
  one[axis] += sign * length;
  other[axis] -= sign * length;
  return true;
}

// Entities that come to the map begin beside one that is there.
function place(ids) {
  const known = new Map(entityItems.get({ filter: ({ x }) => x !== undefined }).map(({ id, x, y }) => [id, { x, y }]));
  const places = ids.filter((id) => !known.has(id)).map((id, turn) => {
    const ends = statementsOf.get(id).flatMap((statement) => [statement.from, statement.to]);
    const near = known.get(ends.find((end) => known.has(end))) ?? { x: 0, y: 0 };
    return { id, x: near.x + 160 * Math.cos(2.4 * turn), y: near.y + 160 * Math.sin(2.4 * turn) };
  });
  move(places);
}

async function arrange() {
  if (onMap.entities.size === 0) return;
  if (onMap.entities.size > ALL_SHOWN_UP_TO) say("Arranging the map …");
  restyle();
  await settle();
  spread();
  if (onMap.entities.size <= MOST_SEPARATED) separate();
  showAll({ animation: false });
  reroute();
  sayWhatIsMissing();
}
