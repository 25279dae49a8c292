// As a browser has it that says no for its visitor.
Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
