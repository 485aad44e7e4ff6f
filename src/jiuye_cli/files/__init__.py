"""Outside files in: rules, settings, workbooks, with the line of everything that is wrong."""
