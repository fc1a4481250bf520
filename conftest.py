"""Settings of every test below: the same examples on every run, on any machine.

Property tests look for faults in what they generate; on a shared machine they must not fail by the clock or by chance. Shrinking a
document of a hundred answers takes minutes and is left out: the failure names its place. To look for new examples, run with
`--hypothesis-profile=explore`.
"""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")
