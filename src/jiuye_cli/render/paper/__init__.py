"""How a page is made: templates in their sandbox, fonts, PDF, booklets."""
