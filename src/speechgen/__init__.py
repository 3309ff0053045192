"""Fill a speech template from one YAML file per unit."""
