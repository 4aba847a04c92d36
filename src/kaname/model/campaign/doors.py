"""The doors of the campaign: open it, fight to a day, close it. Only the engine walks through them."""

from __future__ import annotations

from kaname.model.campaign.closing import close_campaign
from kaname.model.campaign.day import fight_days
from kaname.model.campaign.opening import open_campaign

__all__ = ["close_campaign", "fight_days", "open_campaign"]
