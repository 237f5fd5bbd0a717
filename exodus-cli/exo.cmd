@echo off
rem exo: looks into Exodus II files. Does what the script `exo` beside it does, with one exception: it builds only what
rem was never built. After a change to the sources run `mvn package`.
rem Exit code 5: the JDK or the build is missing; all other codes are those of the command itself.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "here=%~dp0"
set "here=%here:~0,-1%"

rem --- a JDK
set "jdk="
call :try "%EXO_JAVA_HOME%"
call :try "%JAVA_HOME%"
for %%j in (java.exe) do for %%h in ("%%~$PATH:j\..\..") do call :try "%%~fh"
for /d %%d in (
    "%ProgramFiles%\Java\jdk-*"
    "%ProgramFiles%\Eclipse Adoptium\jdk-*"
    "%ProgramFiles%\Microsoft\jdk-*"
    "%ProgramFiles%\Amazon Corretto\jdk*"
    "%ProgramFiles%\BellSoft\LibericaJDK-*"
    "%ProgramFiles%\Zulu\zulu-*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*"
    "%USERPROFILE%\.jdks\*"
) do call :try "%%~fd"
if defined jdk goto jdk_found
>&2 echo exo needs a JDK %NEEDED% or newer; set JAVA_HOME (or EXO_JAVA_HOME) to one, or install it where the system keeps its JDKs
exit /b 5
:jdk_found

rem --- the build
set "home=%here%"
if exist "%home%\lib\" goto run
set "home=%here%\target\exo"
if exist "%home%\built" goto run
for %%r in ("%here%\..") do set "root=%%~fr"
if exist "%root%\pom.xml" goto sources_found
>&2 echo exo is incomplete: neither "%here%\lib" nor the sources around it are there
exit /b 5
:sources_found
where /q mvn
if not errorlevel 1 goto maven_found
>&2 echo exo is not built yet and Maven (mvn) was not found to build it; install Maven
exit /b 5
:maven_found
if not exist "%here%\target\" mkdir "%here%\target"
set "lock=%here%\target\exo.lock"
set /a seconds=0
:wait
mkdir "%lock%" 2>nul && goto locked
if %seconds% geq 900 goto stuck
set /a seconds+=1
rem `timeout` refuses to work where the input is not a console.
ping -n 2 127.0.0.1 >nul
goto wait
:stuck
>&2 echo another exo seems to be building exodus for 15 minutes; if none is, remove "%lock%"
exit /b 5
:locked
rem Meanwhile another exo may have done it.
if exist "%home%\built" goto unlock
>&2 echo building exodus (first run only) ...
setlocal
set "JAVA_HOME=%jdk%"
pushd "%root%"
call mvn -q -B -ntp -DskipChecks -Dmaven.test.skip=true package >"%lock%\log" 2>&1 <nul
popd
endlocal
if exist "%home%\built" goto unlock
findstr /b /l /c:"[ERROR] " "%lock%\log" | findstr /v /l /c:"Help 1]" /c:"e-run Maven" /c:"For more information" >&2
rmdir /s /q "%lock%"
>&2 echo exo could not be built; the lines above say why, and in full: mvn package, in "%root%"
exit /b 5
:unlock
rmdir /s /q "%lock%"

rem --- the command
:run
set "CLASSPATH="
rem Two caches of prepared classes, as in the script `exo`, which says why.
set quick=
set cache=exo
if /i "%~1"=="info" set quick=-XX:CompileThresholdScaling=10 -XX:TieredStopAtLevel=1
if /i "%~1"=="ls" set quick=-XX:CompileThresholdScaling=10
if /i "%~1"=="show" set quick=-XX:CompileThresholdScaling=10
rem The chart library and AWT cost time at each start: only who draws gets them. The cache does not fit these modules.
set modules=-p "%home%\lib"
set "line=%*"
if not defined line goto start
set "line=%line:"=%"
if not "%line:--json=%"=="%line%" set quick=
if not "%line:--box=%"=="%line%" set quick=
if not "%line:--svg=%"=="%line%" goto draws
if "%line:--png=%"=="%line%" goto start
:draws
set quick=
set cache=none
set modules=-Djava.awt.headless=true -p "%home%\lib;%home%\plot" --add-modules java.desktop,org.jfree.jfreechart
:start
if defined quick set cache=exo-quick
set aot=
if exist "%home%\%cache%.aot" set aot="-XX:AOTCache=%home%\%cache%.aot"
"%jdk%\bin\java.exe" "@%home%\exo.args" %aot% %quick% %modules% -m dev.exodusii.cli/dev.exodusii.cli.Exo %*
exit /b %ERRORLEVEL%

rem --- takes %1 as the JDK if there is none yet and it is new enough, which its `release` file says
:try
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version="
for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" set "version=%%~l"
if not defined version exit /b 0
for /f "delims=.-+_" %%m in ("%version%") do set "version=%%m"
if %version% geq %NEEDED% set "jdk=%~1"
exit /b 0
