"""What a reader does: basket, loans, my books, returns, search."""
