"""What pages of figures are made of: the page itself, its tables and its plots. They open without server or network."""
