"""Dataset → what stands out in it: each rule yields findings that hold for every number its intervals allow."""
