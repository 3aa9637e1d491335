package dev.shardline.pipeline.settings;

import java.time.Duration;

/// What one machine of a job is, and how long the job may take.
public record JobSize(String instanceType, int volumeGigabytes, Duration maxRuntime) {}
