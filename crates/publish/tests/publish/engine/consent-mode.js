// Stands in for the script of Consent Mode: hands its data to whoever evaluates it.
told({
  revision: DATA.revision,
  consent: DATA.consent,
  exempt: DATA.exempt,
  signals: DATA.signals,
  accepted: DATA.accepted,
  refused: DATA.refused,
});
