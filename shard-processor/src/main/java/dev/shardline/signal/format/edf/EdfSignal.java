package dev.shardline.signal.format.edf;

import dev.shardline.signal.SignalUnit;

/// One signal as the header describes it.
///
/// @param index position in the file, from 0
/// @param unit the physical dimension
/// @param valuesPerRecord values in each data record
/// @param recordOffset byte offset of its block within a data record
record EdfSignal(
    int index,
    String label,
    SignalUnit unit,
    double physicalMinimum,
    double physicalMaximum,
    int digitalMinimum,
    int digitalMaximum,
    int valuesPerRecord,
    long recordOffset) {}
