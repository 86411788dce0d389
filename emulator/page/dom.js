/** Makes an element. Attributes that are false, null or undefined are left out; `on…` are listeners; children are nodes or text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Makes the children of a parent equal to the nodes given and leaves those in place that already are, so that focus and half-written text stay. */
export function syncChildren(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of Array.from(parent.childNodes)) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.childNodes[index] !== node)
      parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
}

/** Draws a region anew only when its key has changed, and gives the focus back to what has the same data-key. Tells whether it drew. */
export function redraw(parent, key, draw) {
  if (parent.dataset.drawn === key) return false;
  const focused = parent.contains(document.activeElement)
    ? document.activeElement.dataset.key
    : undefined;
  parent.replaceChildren(...draw());
  parent.dataset.drawn = key;
  if (focused) parent.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  return true;
}

/** The initials of a name, for its picture. */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? [...word][0].toUpperCase() : ""))
    .join("");
}

/** A person's round picture with initials in one of eight colours that follow the name. */
export function avatar(name, more = "") {
  const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0), 0);
  return make(
    "span",
    { class: `avatar tone-${sum % 8} ${more}`, "aria-hidden": "true" },
    initials(name),
  );
}
