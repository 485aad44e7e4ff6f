"""Pure: values in, values out; no clock, no file, no database, no print."""
