"""What is true in the business: words, rules, lifecycles and questions to the database."""
