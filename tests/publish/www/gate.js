// Stands in for the gate: hands its data to whoever evaluates it.
(() => {
  "use strict";
  told(__DATA__);
})();
