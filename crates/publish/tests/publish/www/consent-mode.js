// Stands in for the script of Consent Mode: hands its data to whoever evaluates it.
told(__DATA__);
