// What the page can ask to be opened, and what stands in where the widget cannot be had.
import { find } from "../gate/page.js";
import { withWidget } from "./widget.js";

// In a new tab, for the form may be half filled in; Safari refuses one so late after the click.
const visit = (address) => open(address) || location.assign(address);

export const openers = (gate) => {
  // The bar takes any choice back; where it stands already, the page on cookies says the rest.
  const offer = () => {
    const button = () => find("council-notice-cookies")?.shadowRoot.querySelector("[part=reject]");
    if (button()) return visit(gate.address("cookies", ""));
    gate.show(true);
    button()?.focus();
  };
  return {
    preferences: () => withWidget(gate, (exports) => exports.preferences(), offer),
    notice: (id, part) => withWidget(gate, (exports) => exports.notice(id, part), () => visit(gate.address(id, part))),
  };
};
