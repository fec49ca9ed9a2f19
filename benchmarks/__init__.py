"""What stemma is measured by: made-up piles whose answers are known, gold, peers."""
