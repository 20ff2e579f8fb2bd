"""Events become assessments: independent origins, contradictions, credibility, who held what and when."""
