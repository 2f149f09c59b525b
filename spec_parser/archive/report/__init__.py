"""report.html: what an archive holds, on one page that opens from disk without server or network."""
