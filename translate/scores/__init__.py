"""How good a translation is: overlap with references, and MQM penalties from findings."""
