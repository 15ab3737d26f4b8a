"""What is known about each rule, a file for each family of codes."""
