// What the page is about, as the export wrote it. Maps, not objects: an identifier may be called "constructor".

const embedded = (id) => JSON.parse(document.getElementById(id).textContent);

const entities = embedded("entities");
const statements = embedded("statements");
const documents = new Map(Object.entries(embedded("documents")));
const key = embedded("key");

const entityById = new Map(entities.map((entity, rank) => [entity.id, Object.assign(entity, { rank })]));
const statementById = new Map(statements.map((statement) => [statement.id, statement]));
const statementsOf = new Map(entities.map((entity) => [entity.id, []]));
for (const statement of statements) {
  for (const id of new Set([statement.from, statement.to])) statementsOf.get(id).push(statement);
}

const typeKey = new Map(key.types.map((type) => [type.name, type]));
const factualityKey = new Map(key.factualities.map((factuality) => [factuality.name, factuality]));

const nameOf = (id) => entityById.get(id).name;
const relationOf = (statement) => (factualityKey.get(statement.factuality).isCrossed ? `✕ ${statement.relation}` : statement.relation);
const sentenceOf = (statement) => `${nameOf(statement.from)} — ${relationOf(statement)} ${statement.isDirected ? "→" : "—"} ${nameOf(statement.to)}`;
