/* Stands in for the library of Windows that Debian's wine lacks, in the trial alone: random bytes, and no more. */
#define RtlGenRandom SystemFunction036
__declspec(dllimport) unsigned char __stdcall RtlGenRandom(void *, unsigned long);
__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *bytes, unsigned long long length) { return RtlGenRandom(bytes, (unsigned long)length); }
