"""The first questions to a warehouse, answered on one page that opens from disk without server or network."""
