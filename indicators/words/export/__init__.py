"""Words in what is taken away: tables, workbooks, citations and the files of charts."""
