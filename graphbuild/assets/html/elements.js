// Elements are made by name and filled with text nodes: no text of the graph is ever read as markup.

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

function drawing(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Text of unknown direction, kept from turning its surroundings around.
const isolated = (text) => element("bdi", {}, text);

const POLYGONS = new Map([
  ["square", "2.5,2.5 13.5,2.5 13.5,13.5 2.5,13.5"],
  ["diamond", "8,1 15,8 8,15 1,8"],
  ["triangle", "8,1.5 15,14 1,14"],
  ["triangleDown", "1,2 15,2 8,14.5"],
  ["hexagon", "15,8 11.5,14.1 4.5,14.1 1,8 4.5,1.9 11.5,1.9"],
  ["star", "8,.8 10.1,5.6 15.3,6.1 11.4,9.6 12.5,14.7 8,12 3.5,14.7 4.6,9.6 .7,6.1 5.9,5.6"],
]);

function shapeIcon({ color, shape }) {
  const points = POLYGONS.get(shape);
  const figure = points ? drawing("polygon", { points, fill: color }) : drawing("circle", { cx: 8, cy: 8, r: 6.5, fill: color });
  return drawing("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, figure);
}

function lineIcon({ color, dashes, isCrossed }) {
  const stroke = { stroke: color, "stroke-width": 2.2 };
  const figure = drawing("svg", { width: 34, height: 12, viewBox: "0 0 34 12", "aria-hidden": "true" });
  figure.append(drawing("line", { x1: 1, y1: 6, x2: 33, y2: 6, "stroke-dasharray": dashes.map((length) => length * 0.8).join(" "), ...stroke }));
  if (isCrossed) figure.append(drawing("line", { x1: 17, y1: 1, x2: 17, y2: 11, ...stroke }));
  return figure;
}

const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
