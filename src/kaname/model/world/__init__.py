"""World: the words of the model (fields, parameters, observation, actions)."""
