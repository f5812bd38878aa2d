CREATE SUBSCRIPTION moves CONNECTION 'host=nowhere' PUBLICATION mover, "Odd ""name"""
  WITH (connect = false);
