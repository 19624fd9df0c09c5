// Find an entity by a part of its name or of an alias: type, arrow keys, Enter.

const searchBox = document.getElementById("search");
const matchList = document.getElementById("matches");
const LONGEST_LIST = 12;

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const searchable = entities.map((entity) => ({ entity, names: [entity.name, ...entity.aliases].map(folded) }));
let matches = [];
let active = -1;

function findEntities(text) {
  const wanted = folded(text.trim());
  if (!wanted) return [];
  const quality = ({ names }) => (names.some((name) => name.startsWith(wanted)) ? 0 : names.some((name) => name.includes(wanted)) ? 1 : 2);
  return searchable
    .map((item) => ({ entity: item.entity, quality: quality(item) }))
    .filter((item) => item.quality < 2)
    .sort((one, other) => one.quality - other.quality || one.entity.rank - other.entity.rank)
    .slice(0, LONGEST_LIST)
    .map((item) => item.entity);
}

function matchItem(entity, position) {
  const attributes = { id: `match-${position}`, role: "option", "aria-selected": String(position === active), mousedown: (event) => choose(event, entity) };
  return element("li", attributes, shapeIcon(typeKey.get(entity.type)), isolated(entity.name));
}

function listMatches() {
  const isOpen = searchBox.value.trim() !== "";
  const nothing = element("li", { class: "nothing" }, "No entity has this name");
  matchList.replaceChildren(...(matches.length > 0 ? matches.map(matchItem) : [nothing]));
  matchList.hidden = !isOpen;
  searchBox.setAttribute("aria-expanded", String(isOpen));
  if (active >= 0) searchBox.setAttribute("aria-activedescendant", `match-${active}`);
  else searchBox.removeAttribute("aria-activedescendant");
}

function closeMatches() {
  matchList.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
}

function choose(event, entity) {
  event.preventDefault();
  searchBox.value = "";
  closeMatches();
  select(entity.id);
}

searchBox.addEventListener("input", () => {
  matches = findEntities(searchBox.value);
  active = matches.length > 0 ? 0 : -1;
  listMatches();
});

searchBox.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && matches.length > 0) {
    event.preventDefault();
    active = (active + step + matches.length) % matches.length;
    listMatches();
  } else if (event.key === "Enter" && matches[active]) {
    choose(event, matches[active]);
  } else if (event.key === "Escape" && !matchList.hidden) {
    event.stopPropagation();
    closeMatches();
  }
});

searchBox.addEventListener("blur", closeMatches);
