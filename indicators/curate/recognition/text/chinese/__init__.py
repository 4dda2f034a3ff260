"""What Chinese prints: numbers, money, ranges, years."""
