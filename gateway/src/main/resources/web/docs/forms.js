/** An element: what it is, its properties, and what it holds. Texts are set as texts. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== 'role') {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

/** A control in its label. */
export function field(name, control) {
  return { control, label: make('label', { className: 'field' }, make('span', {}, name), control) };
}
