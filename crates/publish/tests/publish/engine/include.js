// Stands in for the line beside an included cookie bar.
told({
  revision: DATA.revision,
  optional: DATA.optional,
  consentCount: DATA.consentCount,
  services: DATA.services,
  accepted: DATA.accepted,
  refused: DATA.refused,
});
