// Which part of the graph is on the map.

const ALL_SHOWN_UP_TO = 150; // as many as vis-network can lay out well from nothing
const SHOWN_OF_LARGE = 100;

const everything = () => ({
  hiddenTypes: new Set(),
  hiddenFactualities: new Set(),
  leastConfidence: 0,
  most: entities.length > ALL_SHOWN_UP_TO ? SHOWN_OF_LARGE : entities.length,
  withUnconnected: statements.length === 0,
  pinned: new Set(), // entities that were looked for, shown even if others are better connected
});

let filters = everything();

const isAllowed = (entity) => !filters.hiddenTypes.has(entity.type) && (entity.rank < filters.most || filters.pinned.has(entity.id));

const isBelieved = (statement) =>
  !filters.hiddenFactualities.has(statement.factuality) && statement.confidence >= filters.leastConfidence;

function shown() {
  const allowed = new Set(entities.filter(isAllowed).map((entity) => entity.id));
  const drawn = statements.filter((statement) => isBelieved(statement) && allowed.has(statement.from) && allowed.has(statement.to));
  const linked = new Set(drawn.flatMap((statement) => [statement.from, statement.to]));
  const isDrawn = ({ id, degree }) =>
    allowed.has(id) && (linked.has(id) || filters.pinned.has(id) || (degree === 0 && filters.withUnconnected));
  return { entities: new Set(entities.filter(isDrawn).map((entity) => entity.id)), statements: new Set(drawn.map((statement) => statement.id)) };
}

// Lift the filters that hide what somebody asked to see.
function reveal(id) {
  const statement = statementById.get(id);
  for (const entity of statement ? [statement.from, statement.to] : [id]) {
    filters.pinned.add(entity);
    filters.hiddenTypes.delete(entityById.get(entity).type);
  }
  if (!statement) return;
  filters.hiddenFactualities.delete(statement.factuality);
  filters.leastConfidence = Math.min(filters.leastConfidence, statement.confidence);
}
