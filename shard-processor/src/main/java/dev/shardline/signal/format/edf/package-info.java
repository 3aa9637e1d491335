/// EDF, EDF+, BDF and BDF+: records of fixed length in which the signals' blocks follow each other,
/// 16 or 24 bits a value, with annotations as text in a track of their own.
///
/// Sources: Kemp et al. 1992 (EDF), Kemp & Olivan 2003 (EDF+), both at edfplus.info; BioSemi's BDF
/// description; EDFbrowser's BDF+. Values agree bit for bit with MNE, or with EDFlib if asked.
@NullMarked
package dev.shardline.signal.format.edf;

import org.jspecify.annotations.NullMarked;
