// The smallest set-up of c15t that its React quickstart shows, in the mode that needs no server of its maker's. `tools/peers.sh`
// bundles it.
import { ConsentBanner, ConsentDialog, ConsentManagerProvider } from "@c15t/react";
import "@c15t/react/styles.css";
import { createRoot } from "react-dom/client";

const options = {
  mode: "offline",
  consentCategories: ["necessary", "functionality", "measurement", "experience", "marketing"],
  overrides: { country: "DE" }, // who is asked first
  // The pages say how many scripts wait.
  scripts: Array.from({ length: window.waiting }, (_, at) => ({ id: `ours-${at}`, textContent: "ran()", category: "measurement" })),
};

createRoot(document.getElementById("c15t")).render(
  <ConsentManagerProvider options={options}>
    <ConsentBanner />
    <ConsentDialog />
  </ConsentManagerProvider>,
);
