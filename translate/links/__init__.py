"""Where links lead: which address a page has, what a link leads to, and what leads nowhere."""
