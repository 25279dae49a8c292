// Stands in for the line beside an included cookie bar.
told({
  revision: DATA.revision,
  known: DATA.known,
  asked: DATA.asked,
  services: DATA.services,
  accepted: DATA.accepted,
  refused: DATA.refused,
});
