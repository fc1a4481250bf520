"""The handover page: the fidelity report as the worker who receives a child's record needs it."""
