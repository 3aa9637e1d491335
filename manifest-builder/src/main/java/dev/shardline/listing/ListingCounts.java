package dev.shardline.listing;

/// What happened to the objects that were listed.
///
/// @param listed how many there were
/// @param excluded how many the patterns left out
/// @param folders how many were empty objects that stand for a folder (keys ending in `/`)
/// @param repeated how many were named again by another source or row
public record ListingCounts(long listed, long excluded, long folders, long repeated) {}
