told();
