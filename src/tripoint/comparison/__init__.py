"""How two records compare: times, places, parties, wording, copied text, origins. Below the stages, above the records.

Linking and assessing both need these, and stages never import each other.
"""
